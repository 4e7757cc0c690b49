import type { Html } from '../http/html.ts';
import type { Language } from '../language/language.ts';
import type { Session } from './sign-in/session.ts';

/** A request of somebody signed in who may do what the route needs. */
export interface Visit {
  readonly staff: Session;
  /** Stands in every form. */
  readonly formToken: string;
  readonly language: Language;
  /** The path and query that was asked for. */
  readonly address: string;
  readonly query: URLSearchParams;
  /** What a form posted; empty for a page that is only looked at. */
  readonly form: URLSearchParams;
  /** What stands in the path at ":id". */
  readonly id: string;
  /** The page asks by itself what is new: nobody looked just now. */
  readonly isLive: boolean;
}

/** What a route answers. */
export type Answer =
  | { readonly kind: 'page'; readonly status?: number; readonly page: Html }
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly text: string }
  | { readonly kind: 'nothing' };

/** Or it goes on: it tells each time that it hears something, as long as the page is open. */
export interface Stream {
  readonly kind: 'stream';
  readonly listen: (heard: () => void) => () => void;
}

export const go = (to: string): Answer => ({ kind: 'go', to });
export const show = (page: Html, status = 200): Answer => ({ kind: 'page', status, page });
