// The main function of every test program. Boost's own, made by BOOST_TEST_MODULE, needs the header
// to be read here with that macro, so not precompiled.
#include <boost/test/unit_test.hpp>

#ifdef BOOST_TEST_DYN_LINK
int main(int count, char** arguments) {
  return boost::unit_test::unit_test_main([] { return true; }, count, arguments);
}
#else
// The static library has a main function, which asks for this one.
boost::unit_test::test_suite* init_unit_test_suite(int, char**) { return nullptr; }
#endif
