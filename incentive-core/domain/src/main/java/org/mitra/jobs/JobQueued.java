package org.mitra.jobs;

/** There is work. */
public record JobQueued(long id) {}
