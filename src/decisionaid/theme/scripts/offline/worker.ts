/** The worker of a folder: the compiler puts before it what it holds. */
import type { Held } from "./held.ts";
import { Keeper } from "./keeper.ts";
import type { WorkerScope } from "./scope.ts";

declare const HELD: Held;

new Keeper(self as unknown as WorkerScope, HELD).start();
