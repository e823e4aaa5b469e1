// What a function returns when the world may fail it: a disk that is full, a file that is gone.
//
// Three kinds of failure are kept apart. A plan or a file that is wrong is a Diagnostic, collected
// beside the result. A world that fails is an Error, passed up. A bug of ours is an assert.
#pragma once

#include <expected>
#include <string>

namespace hearth {

struct Error {
  std::string message;  // lower case, no full stop, no personal value, says what to do next
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failed(std::string message) {
  return std::unexpected(Error{std::move(message)});
}

}  // namespace hearth

// Leaves the function with the error of a Result<void>, if it has one.
#define HEARTH_TRY(expression)                                       \
  if (auto hearth_result = (expression); !hearth_result.has_value()) \
  return std::unexpected(std::move(hearth_result.error()))
