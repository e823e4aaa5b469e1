// Runs the numbered parts of a task on several threads: which thread takes which part is left open,
// so a part must not care.
#pragma once

#include <atomic>
#include <thread>
#include <vector>

namespace hearth::link {

// work(part, thread) for every part from 0; `thread` is below `threads`.
template <typename Work>
void in_parallel(std::size_t parts, int threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&](std::size_t thread) {
    for (std::size_t part = next++; part < parts; part = next++) work(part, thread);
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(run, static_cast<std::size_t>(i));
  run(0);
}

}  // namespace hearth::link
