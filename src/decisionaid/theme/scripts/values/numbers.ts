/** Arithmetic that comes to the same number as the Python half, `values/numbers.py`. */

/** All that a number could be, both ends included; one number where both ends are the same. */
export type Bounds = readonly [low: number, high: number];

export function total(numbers: readonly number[]): number {
  return numbers.reduce((added, each) => added + each, 0);
}

/** Round to a millionth, halves away from zero, so that a mirrored number is rounded alike. */
export function tidy(number: number): number {
  // Nothing, from below, is nothing.
  return (Math.sign(number) * Math.floor(Math.abs(number) * 1e6 + 0.5)) / 1e6 + 0;
}
