/** Eigenvalues, and eigenvectors as columns of the row-major `vectors` (`vectors[i * n + j]` is entry i of vector j). */
export interface Eigen {
  values: Float64Array;
  vectors: Float64Array;
}

const SWEEPS = 60;

/** Eigenvalues and eigenvectors of a small symmetric row-major `n` x `n` matrix (cyclic Jacobi rotations). */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = identity(n);
  for (let sweep = 0; sweep < SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
}

function isDiagonal(a: Float64Array, n: number): boolean {
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (a[p * n + q] !== 0) return false;
  return true;
}

function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  for (let i = 0; i < n; i++) turn(a, i * n + p, i * n + q, c, t * c);
  for (let i = 0; i < n; i++) turn(a, p * n + i, q * n + i, c, t * c);
  for (let i = 0; i < n; i++) turn(vectors, i * n + p, i * n + q, c, t * c);
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function turn(m: Float64Array, p: number, q: number, c: number, s: number): void {
  const mp = m[p]!;
  const mq = m[q]!;
  m[p] = c * mp - s * mq;
  m[q] = s * mp + c * mq;
}
