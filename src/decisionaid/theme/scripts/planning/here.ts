/** Who is ticked as being here, while it is not a visit yet. */
export interface Here {
  there: readonly string[];
  typedBy: string;
}
