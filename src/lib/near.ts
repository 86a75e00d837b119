/** Floats made of a few exact amounts by sums, products and quotients lie within 10⁻¹⁴ of their exact figures. */
const NEAR = 1e-12;

/** Whether two such floats lie too close to tell which exact figure is the larger. Neither is negative. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= (a + b) * NEAR;
}
