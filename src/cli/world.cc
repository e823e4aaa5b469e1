#include "cli/world.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace hearth {
namespace {

constexpr auto kPatience = std::chrono::seconds(2);

Date today_here() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return date_of({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace

World World::here() {
  return {.today = today_here(),
          .output_is_terminal = isatty(STDOUT_FILENO) != 0,
          .messages_are_terminal = isatty(STDERR_FILENO) != 0};
}

std::string World::user() const {
  const auto* known = ::getpwuid(::geteuid());
  return known == nullptr ? fmt::format("user {}", ::geteuid()) : std::string(known->pw_name);
}

void World::say(std::string_view words) const {
  std::fwrite(words.data(), 1, words.size(), stderr);
  if (!words.ends_with('\n')) std::fputc('\n', stderr);
}

void World::say(const Diagnostics& diagnostics) const {
  for (const auto& diagnostic : diagnostics.list()) say(to_text(diagnostic));
}

ExitCode World::fail(const Error& error) const {
  say("hearth: " + error.message);
  return ExitCode::WorldFailed;
}

ExitCode World::refuse(std::string_view why) const {
  say(fmt::format("hearth: {}", why));
  return ExitCode::WrongUsage;
}

std::function<void()> World::waiting() const {
  return [this] { say("another process is loading or linking; waiting"); };
}

Colour World::colour(const std::string& out) const {
  const bool wanted = out.empty() && output_is_terminal && std::getenv("NO_COLOR") == nullptr;
  return wanted ? Colour::Terminal : Colour::Plain;
}

TellProgress World::progress(std::string_view doing) const {
  if (!messages_are_terminal) return [](std::size_t, std::size_t) {};
  const auto begun = std::chrono::steady_clock::now();
  return [begun, doing = std::string(doing)](std::size_t done, std::size_t all) {
    if (std::chrono::steady_clock::now() - begun < kPatience) return;
    const auto percent = all == 0 ? 100 : 100 * done / all;
    const auto line =
        fmt::format("\r{}: {} of {} ({}%){}", doing, done, all, percent, done == all ? "\n" : "");
    std::fwrite(line.data(), 1, line.size(), stderr);
  };
}

std::function<void(std::int64_t)> World::tally(std::string_view of) const {
  if (!messages_are_terminal) return [](std::int64_t) {};
  const auto begun = std::chrono::steady_clock::now();
  return [begun, of = std::string(of)](std::int64_t count) {
    if (std::chrono::steady_clock::now() - begun < kPatience) return;
    const auto line = fmt::format("{} {}\r", count, of);  // the next line takes its place
    std::fwrite(line.data(), 1, line.size(), stderr);
  };
}

struct Output::Stream {
  std::FILE* file = stdout;
  std::string path;   // empty: standard output
  bool gone = false;  // nobody reads any further
  int failure = 0;    // errno of a write that failed

  std::string unfinished() const { return path + ".unfinished"; }

  bool write(std::string_view text) {
    if (gone || failure != 0) return false;
    if (std::fwrite(text.data(), 1, text.size(), file) == text.size()) return true;
    if (errno == EPIPE)
      gone = true;
    else
      failure = errno;
    return false;
  }

  Result<void> close() {
    const bool flushed = path.empty() ? std::fflush(file) == 0 : std::fclose(file) == 0;
    file = nullptr;
    if (!flushed && failure == 0 && !gone && errno != EPIPE) failure = errno;
    const auto name = path.empty() ? std::string("standard output") : path;
    if (failure != 0)
      return failed(fmt::format("cannot write {}: {}", name, std::strerror(failure)));
    if (path.empty()) return {};
    std::error_code error;
    std::filesystem::rename(unfinished(), path, error);
    if (error) return failed(fmt::format("cannot write {}: {}", path, error.message()));
    return {};
  }
};

Output::Output(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
Output::Output(Output&&) noexcept = default;

Output::~Output() {
  if (!stream_ || stream_->path.empty() || stream_->file == nullptr) return;
  std::fclose(stream_->file);
  std::error_code ignored;
  std::filesystem::remove(stream_->unfinished(), ignored);
}

Result<Output> Output::open(const std::string& path) {
  auto stream = std::make_unique<Stream>();
  stream->path = path;
  if (!path.empty()) {
    stream->file = std::fopen(stream->unfinished().c_str(), "wb");
    if (stream->file == nullptr) {
      return failed(fmt::format("cannot write {}: {}", path, std::strerror(errno)));
    }
  }
  return Output(std::move(stream));
}

TextSink Output::sink() {
  return [stream = stream_.get()](std::string_view text) { return stream->write(text); };
}

Result<void> Output::finish() { return stream_->close(); }

ExitCode put(const World& world, const std::string& out, std::string_view text) {
  auto output = Output::open(out);
  if (!output) return world.fail(output.error());
  output->sink()(text);
  const auto finished = output->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

// What is larger than this was not written by anybody, and is not read to its end.
constexpr std::size_t kLargestText = 64 << 20;

Result<std::string> read_text_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return failed(fmt::format("cannot read {}: it is a folder", path));
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) return failed(fmt::format("cannot read {}: {}", path, std::strerror(errno)));
  std::string text;
  char buffer[1 << 16];
  while (const auto size = std::fread(buffer, 1, sizeof buffer, file.get())) {
    if (text.size() + size > kLargestText) {
      return failed(
          fmt::format("cannot read {}: it is larger than 64 MB; text is wanted here, such "
                      "as a plan or a feed's declaration",
                      path));
    }
    text.append(buffer, size);
  }
  if (std::ferror(file.get()) != 0) return failed(fmt::format("cannot read {}", path));
  return text;
}

}  // namespace hearth
