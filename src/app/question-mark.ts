const KEY = "groundplan.question-mark";

/** Whether the key `?` lists the keys. Keys of one letter can be switched off, for people who dictate. */
export function questionMarkIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Switches the key `?` on or off on this device; where nothing can be kept, it stays on. */
export function switchQuestionMark(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    return;
  }
}
