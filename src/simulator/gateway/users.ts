/** What a user may do: `Trading` includes `AccountReadOnly`, and `Operator` includes both. */
export type Permission = 'AccountReadOnly' | 'Trading' | 'Operator';

/** A user of the simulated exchange, with all credentials. */
export interface SimulatedUser {
  readonly userId: number;
  readonly userName: string;
  readonly password: string;
  /** The public part of the API key. */
  readonly apiKey: string;
  /** The secret part of the API key, which signs logins. */
  readonly secret: string;
  /**
   * The second-factor code that `Authenticate2FA` requires after a login with user name and password. API keys need
   * none.
   *
   * @default no second factor
   */
  readonly twoFactorCode?: string;
  /**
   * A token of another party, which `WebAuthenticateUser` accepts as a complete login. It is only compared, not
   * decoded.
   *
   * @default no such token
   */
  readonly jwtToken?: string;
  /** The accounts the user may use, the default one first. */
  readonly accounts: readonly number[];
  readonly permissions: readonly Permission[];
}

/**
 * The default users, for the default accounts. `trader` trades for account 7, with an API key or a password. `partner`
 * trades for accounts 8 and 9, with a second factor. `auditor` may read account 7 but not trade.
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
