/**
 * The solution of a symmetric positive definite system by Cholesky's factorisation, A = L Lᵀ.
 *
 * Reference: Golub & Van Loan (2013), "Matrix Computations", 4th ed., section 4.2.
 */
import { DomainError } from '../errors.ts';

/**
 * x with A x = b. `matrix` holds A row by row and is overwritten by L. O(n³/6).
 *
 * @throws {DomainError} if A is not positive definite
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const a = (i: number, j: number) => matrix[i * n + j] ?? 0;
  for (let j = 0; j < n; j++) {
    let pivot = a(j, j);
    for (let k = 0; k < j; k++) pivot -= a(j, k) ** 2;
    if (!(pivot > 0)) throw new DomainError('solveSymmetric', 'pivot', pivot, 'positive (definite matrix)');
    const root = Math.sqrt(pivot);
    matrix[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a(i, j);
      for (let k = 0; k < j; k++) sum -= a(i, k) * a(j, k);
      matrix[i * n + j] = sum / root;
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= a(i, k) * (x[k] ?? 0);
    x[i] = sum / a(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= a(k, i) * (x[k] ?? 0);
    x[i] = sum / a(i, i);
  }
  return x;
}
