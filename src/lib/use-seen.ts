import { useEffect, useState, type RefObject } from "react";

/** Whether an element is on the screen, or nearly; what costs time is done for those only. */
export function useSeen(watch: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = watch.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: "200px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, [watch]);
  return seen;
}
