/** The platform's generic reply: the whole answer of action calls, and the failure form of nearly all others. */
export interface StandardResponse {
  readonly result: boolean;
  readonly errormsg: string | null;
  readonly errorcode: number;
  readonly detail: string | null;
}

/** The answer of an action call that was taken. */
export const success: StandardResponse = { result: true, errormsg: null, errorcode: 0, detail: null };

const failure =
  (errorcode: number, errormsg: string) =>
  (detail: string | null = null): StandardResponse => ({ result: false, errormsg, errorcode, detail });

/** 100: the request cannot be read. */
export const invalidRequest = failure(100, 'Invalid Request');
/** 100: a quantity that is none, or, of ModifyOrder, one that is not lower or that the instrument does not allow. */
export const invalidQuantity = failure(100, 'Invalid Quantity');
/** 101: refused for a business reason. */
export const operationFailed = (reason: string): StandardResponse => failure(101, reason)();
/** 107: a list was taken, whatever `result` says; what becomes of its items is told by events. */
export const inProcess: StandardResponse = failure(107, 'Operation In Process')();
/** 104: the request names an order, account or instrument that is not there. */
export const notFound = failure(104, 'Resource Not Found');
/** 106: the request is understood, and this exchange does not do that. */
export const notSupported = failure(106, 'Operation Not Supported');
