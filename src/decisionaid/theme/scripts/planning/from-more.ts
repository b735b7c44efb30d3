/** What the second script of the page brings. */
export interface FromMore {
  /** Start the page; what its address holds is opened. */
  begin(): void;
}
