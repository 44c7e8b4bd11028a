import { RfmError } from '../../src/util/rfm-error';

/** The error of the kit that work ends in; throws where it succeeds, and what else it ends in. */
export async function failure(work: Promise<unknown>): Promise<RfmError> {
  const reason = await work.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  );
  if (reason instanceof RfmError) return reason;
  throw reason;
}
