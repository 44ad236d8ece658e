// An error that came from Rust, as words for people: the table's sentence for its code, its own sentence as details.
import { coded, hasMessage, t } from './messages';

export interface ErrorText {
  text: string;
  details?: string;
}

/** Rust gives `{code, message}`; a failing dialog or the bridge itself gives a string or an Error. */
export function errorText(error: unknown): ErrorText {
  if (typeof error === 'object' && error !== null) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    const details = typeof message === 'string' ? message : undefined;
    if (typeof code === 'string' && hasMessage(`error.${code}`)) return { text: coded('error', code), details };
    return { text: t('error.unknown'), details };
  }
  return { text: t('error.unknown'), details: String(error) };
}
