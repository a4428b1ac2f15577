/** Labs that judge a program that is not ours: one submission, or a folder of them. */
@NullMarked
package org.sockrates.shell.grade;

import org.jspecify.annotations.NullMarked;
