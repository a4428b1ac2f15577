package org.sockrates.shell.rest;

/**
 * What one look at the machine found.
 *
 * @param told what is there, or what to do
 * @param needed whether nothing works without it
 */
record Finding(String what, boolean well, String told, boolean needed) {}
