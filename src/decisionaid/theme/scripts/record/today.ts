/** The day where the person is, and the time everywhere. */

/** Year-month-day by the device's own clock. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** UTC, to the second, as records write it. */
export function instant(now: Date = new Date()): string {
  return now.toISOString().replace(/\.\d+Z$/, "Z");
}
