package org.mitra.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens in the story, each at its time. */
final class Scenes {
  /** Something that somebody does. */
  record Scene(String chapter, Instant at, Runnable happens) {}

  private final DemoCalendar calendar;
  private final List<Scene> scenes = new ArrayList<>();
  private String chapter = "";

  Scenes(DemoCalendar calendar) {
    this.calendar = calendar;
  }

  /** What is planned from here on belongs to the chapter. */
  void chapter(String name) {
    chapter = name;
  }

  /**
   * @param hour of the day, in the zone of the house
   * @param happens can be told again without effect
   */
  void at(LocalDate day, int hour, Runnable happens) {
    scenes.add(new Scene(chapter, calendar.at(day, hour), happens));
  }

  /** In order of time, without what has not happened yet. */
  List<Scene> until(Instant now) {
    return scenes.stream()
        .filter(scene -> !scene.at().isAfter(now))
        .sorted(Comparator.comparing(Scene::at))
        .toList();
  }
}
