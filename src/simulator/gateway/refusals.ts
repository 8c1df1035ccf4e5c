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
