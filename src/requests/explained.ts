import type { Terms } from '../connection/inner.ts';
import { type ClientError, GatewayError, isNotAuthorized } from '../errors.ts';

const withLogin =
  'An exchange says so of what the login may not do, such as with an account that is not its own, and of functions that it does not have.';
const withoutLogin =
  'The client has no credentials: the function may need a login, or the exchange may not have it.';

/** The same error; where the exchange says "not authorized", it says with it what that may mean for this connection. */
export const explained = (error: ClientError, { hasLogin }: Pick<Terms, 'hasLogin'>): ClientError =>
  error instanceof GatewayError && isNotAuthorized(error)
    ? new GatewayError(error.call, error, hasLogin ? withLogin : withoutLogin)
    : error;
