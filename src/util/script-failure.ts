import { RfmError, toRfmError } from './rfm-error';

/** A script of the kit that was asked for later did not come. */
export function scriptFailure(cause: unknown): RfmError {
  const { message } = toRfmError(cause);
  return new RfmError(
    'engine-failed',
    `A script of the kit could not be loaded (${message}). Check that all files of the kit lie side by side and are of one ` +
      'version, then load the page again.',
    { cause, details: { reason: 'script' } },
  );
}
