import { useEffect, useState } from "react";
import styles from "./message.module.css";

/** Stands in for a page on its way; says so only when it takes long enough to wonder. */
export function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.waiting} role="status">
      {long && "Loading"}
    </p>
  );
}
