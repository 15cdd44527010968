" Vim: ':compiler proclint', then ':make' checks the file of this window and fills the quickfix list.
" Add this recipe with ':set runtimepath+=.../ci/recipes/vim', or copy compiler/ and plugin/ to ~/.vim;
" plugin/proclint.vim does the same on each save. proclint has to be on the PATH.
if exists('current_compiler')
  finish
endif
let current_compiler = 'proclint'

" Vim counts columns in bytes.
CompilerSet makeprg=proclint\ --format\ compact\ --columns\ byte\ %:S
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
