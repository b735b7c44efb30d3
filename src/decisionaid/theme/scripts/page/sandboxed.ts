/** Whether somebody else shows the page in a box, such as a viewer of mail: it may save no file there, and is not told. */
export function isSandboxed(): boolean {
  return self.origin === "null" && location.protocol !== "file:";
}
