/** What a user may do: `Trading` includes what `AccountReadOnly` allows, `Operator` includes both. */
export type Permission = 'AccountReadOnly' | 'Trading' | 'Operator';

/** A user of the simulated exchange, with everything that can log in as that user. */
export interface SimulatedUser {
  readonly userId: number;
  readonly userName: string;
  readonly password: string;
  /** The public half of the API key. */
  readonly apiKey: string;
  /** The secret half of the API key, which signs. */
  readonly secret: string;
  /**
   * The code that `Authenticate2FA` wants after a login with user name and password; an API key goes without.
   *
   * @default no second factor
   */
  readonly twoFactorCode?: string;
  /**
   * A token that another party vouches for the user with; `WebAuthenticateUser` takes it for a whole login. It is
   * compared and not read.
   *
   * @default no such token
   */
  readonly jwtToken?: string;
  /** The accounts the user may act for, the default one first. */
  readonly accounts: readonly number[];
  readonly permissions: readonly Permission[];
}

/**
 * The users of an exchange that was given none, over its default accounts: one who trades for account 7, with an
 * API key or by name and password; one who trades for accounts 8 and 9, with a second factor; one who may look at
 * account 7 and not trade.
 */
export const demoUsers: readonly [trader: SimulatedUser, partner: SimulatedUser, auditor: SimulatedUser] = [
  {
    userId: 64,
    userName: 'trader',
    password: 'password-of-trader',
    apiKey: 'EXAMPLE-PUBLIC-KEY-0001',
    secret: 'EXAMPLE-SECRET-NOT-REAL-0001',
    accounts: [7],
    permissions: ['Trading'],
  },
  {
    userId: 65,
    userName: 'partner',
    password: 'password-of-partner',
    apiKey: 'EXAMPLE-PUBLIC-KEY-0002',
    secret: 'EXAMPLE-SECRET-NOT-REAL-0002',
    twoFactorCode: '246810',
    accounts: [8, 9],
    permissions: ['Trading'],
  },
  {
    userId: 66,
    userName: 'auditor',
    password: 'password-of-auditor',
    apiKey: 'EXAMPLE-PUBLIC-KEY-0003',
    secret: 'EXAMPLE-SECRET-NOT-REAL-0003',
    accounts: [7],
    permissions: ['AccountReadOnly'],
  },
];

const includes: Readonly<Record<Permission, readonly Permission[]>> = {
  AccountReadOnly: ['AccountReadOnly', 'Trading', 'Operator'],
  Trading: ['Trading', 'Operator'],
  Operator: ['Operator'],
};

/** Says whether a user may do what needs `permission`. */
export const isPermitted = ({ permissions }: SimulatedUser, permission: Permission): boolean =>
  permissions.some((held) => includes[permission].includes(held));
