package org.mitra.demo;

/** A part of the story: what some people do over the years. */
interface Chapter {

  /** In the log, with the time that it took. */
  String name();

  /** Says what happens when. */
  void plan(DemoWorld world, Scenes scenes);
}
