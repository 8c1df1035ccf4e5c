interface Failed {
  readonly code?: string;
  readonly message?: string;
}

/** A sentence for why an exchange cannot be served there. */
export const whyNotServed = (error: unknown, host: string, port: number): string => {
  const { code = '', message = String(error) } = error as Failed;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already; without --port one that is free is taken.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this process has.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host} to listen at.`;
    default:
      return /^ERR_(?:OSSL|SSL)/.test(code)
        ? `The key or the certificate cannot be used: ${message}.`
        : message;
  }
};
