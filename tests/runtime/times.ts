/** How often a test tries what is random: in `make soak` as often as it says, in each other run one time in five. */
export function times(many: number): number {
  return process.env["DECISIONAID_SOAK"] ? many : Math.ceil(many / 5);
}
