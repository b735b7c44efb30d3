/** Milliseconds of the processor that this process has used: what else the machine does is not in them. */
export function effort(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
