package org.sockrates.lab.expect;

/**
 * One line of a session, and where it stands in its file.
 *
 * @param number from 1 on
 * @param column of its first character, from 1 on
 */
public record ScriptLine(int number, int column, String text) {}
