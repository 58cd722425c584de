// A stream buffer over a file descriptor that remembers why writing failed: a closed pipe is no
// error, a full disk is.
#pragma once

#include <cerrno>
#include <memory>
#include <streambuf>
#include <unistd.h>

namespace kith::cli {

class FdBuffer : public std::streambuf {
 public:
  /// The descriptor stays the caller's to close.
  explicit FdBuffer(int descriptor) : descriptor_(descriptor) { begin_anew(); }
  FdBuffer(const FdBuffer&) = delete;
  FdBuffer& operator=(const FdBuffer&) = delete;
  ~FdBuffer() override { drain(); }

  /// errno of the first write that failed; 0 if all went well.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (!drain()) {
      return traits_type::eof();
    }
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }
  int sync() override { return drain() ? 0 : -1; }

 private:
  bool drain() {
    const char* from = pbase();
    while (error_ == 0 && from < pptr()) {
      const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (written >= 0) {
        from += written;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    begin_anew();
    return error_ == 0;
  }
  void begin_anew() { setp(room_.get(), room_.get() + kRoom); }

  int descriptor_;
  int error_ = 0;
  // Not cleared: of a short answer, most of it is never touched.
  static constexpr std::size_t kRoom = 65536;
  std::unique_ptr<char[]> room_ = std::make_unique_for_overwrite<char[]>(kRoom);
};

}  // namespace kith::cli
