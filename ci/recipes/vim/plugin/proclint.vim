" Vim: checks a procedure document on each save, and shows the findings in the location list.
" See compiler/proclint.vim for how to add it. ':Proclint' checks the file as it was saved last.
" ':lnext' and ':lprevious' go from finding to finding, 'let g:proclint_on_save = 0' is off.
if exists('g:loaded_proclint')
  finish
endif
let g:loaded_proclint = 1

function! s:check() abort
  if !executable('proclint')
    echohl WarningMsg | echo 'proclint is not on the PATH' | echohl None
    return
  endif
  let l:output = system('proclint --format compact --columns byte ' . shellescape(expand('%')))
  " Other lines say what proclint could not do; they stand in the list as they are.
  call setloclist(0, [], ' ', {'title': 'proclint', 'lines': split(l:output, "\n"),
        \ 'efm': '%f:%l:%c: %t%*[a-z]: %m'})
  lwindow
endfunction

command! -bar Proclint call s:check()

augroup proclint
  autocmd!
  autocmd BufWritePost *.procedure.json,*.procedure.txt
        \ if get(g:, 'proclint_on_save', 1) | call s:check() | endif
augroup END
