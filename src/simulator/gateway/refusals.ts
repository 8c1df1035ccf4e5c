import { notFound, type StandardResponse } from '../market/standardResponse.ts';

/** The answer to whatever names an instrument or an OMS that is not there. */
export const instrumentNotFound: StandardResponse = notFound('Instrument not Found');

/** 20: the login, if there is one, does not reach that far. */
export const notAuthorized: StandardResponse = {
  result: false,
  errormsg: 'Not Authorized',
  errorcode: 20,
  detail: null,
};

/** 909: the connection has that subscription already; `detail` repeats the payload of the request. */
export const alreadySubscribed = (payload: string): StandardResponse => ({
  result: false,
  errormsg: 'Already Subscribed.',
  errorcode: 909,
  detail: payload,
});

const failed = (errorcode: number, errormsg: string, detail: string | null): StandardResponse => ({
  result: false,
  errormsg,
  errorcode,
  detail,
});

/** 101: the connection has as many streams as one may have. */
export const tooManyStreams = failed(101, 'Operation Failed', 'Too many subscriptions');

/** 101: the connection asks more often than it may. */
export const tooManyRequests = failed(101, 'Operation Failed', 'Too many requests');

/** 102: the gateway could not do what it would have done. */
export const serverError = failed(102, 'Server Error', null);
