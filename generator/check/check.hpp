#pragma once
// The check stage: rules over the sources, the site and the finished output, before anything is published.
//
// Addresses were recorded while they were written (render/renderer.hpp), so every link of every page, feed and calendar is
// looked up without reading the pages again; ids are read from the finished pages.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "model/ledger.hpp"
#include "render/renderer.hpp"

namespace pressrum {

void check(const Site& site, const Plan& plan, const std::vector<Output>& outputs, Threads threads, Diagnostics& diagnostics);

// The posts that wait for their day, read in the site as it will be: a fault in one of them is reported today and stops nobody that night.
// So are the links that lead to them from what is public now, whose `plan` and `outputs` these are: a misspelt one would be a fault that
// night. `renderer` is of a site linked with LinkOptions::future.
void check_waiting(const Renderer& renderer, const Plan& plan, const std::vector<Output>& outputs, Threads threads,
                   Diagnostics& diagnostics);

// What was published by an earlier run and has been changed, taken away or renamed since without a trace under `changes`.
void check_against(const Site& site, const Ledger& published, Diagnostics& diagnostics);

// Its parts, one file each.
void check_links(const Site& site, const Plan& plan, const std::vector<Output>& outputs, Threads threads, Diagnostics& diagnostics);
void check_unused_files(const Site& site, const Plan& plan, Diagnostics& diagnostics);
void check_dates(const Site& site, Threads threads, Diagnostics& diagnostics);
void check_words(const Site& site, Diagnostics& diagnostics);

}  // namespace pressrum
