package org.mitra.programs;

import java.util.UUID;

/**
 * A program and the version that a step was about.
 *
 * @param program public id of the program
 * @param code its code
 * @param version public id of the version
 * @param number of the version within the program
 */
public record ProgramRef(UUID program, String code, UUID version, int number) {}
