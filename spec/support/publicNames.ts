import { readFileSync } from 'node:fs';
import * as ts from 'typescript';

const declaredNames = (statement: ts.Statement): readonly string[] => {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined || ts.isNamespaceExport(clause)) {
      throw new Error(`${statement.getText()}: an entry point lists its names one by one`);
    }
    return clause.elements.map(({ name }) => name.text);
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name === undefined ? [] : [name.text];
};

/** The names an entry point exports, values and types alike, in order and each once. */
export const publicNames = (file: string): readonly string[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return [...new Set(source.statements.flatMap(declaredNames))].sort();
};
