/** Who is ticked as being here, while it is not a visit yet. */
export interface Here {
  there: readonly string[];
  typedBy: string;
}

/** What is chosen for an action that is not written yet. */
export interface NextAction {
  /** The id of the goal that it is for; null: nobody has said. */
  goal: string | null;
}
