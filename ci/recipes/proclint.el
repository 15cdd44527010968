;;; proclint.el --- check procedure documents with proclint  -*- lexical-binding: t -*-

;; Emacs 26 or later: (load ".../ci/recipes/proclint.el") in your init file; proclint has to be on the
;; PATH.  Flymake then underlines findings in *.procedure.json and *.procedure.txt while you write and
;; when you save; M-x proclint lists those of a file or folder, with RET and M-g n to go to each.

;;; Code:

(require 'compile)
(require 'flymake)

;; Emacs counts columns in characters, as --columns codepoint does.
(defconst proclint-command '("proclint" "--format" "compact" "--columns" "codepoint"))

(defconst proclint-finding "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|info\\): \\(.*\\)$")

(defvar-local proclint--process nil "The check of this buffer that is under way.")

(defun proclint--diagnostics (buffer)
  "Flymake's diagnostics of BUFFER from the findings in the current buffer."
  (let (found)
    (goto-char (point-min))
    (while (re-search-forward proclint-finding nil t)
      (let ((line (string-to-number (match-string 2)))
            (column (string-to-number (match-string 3)))
            (kind (cdr (assoc (match-string 4) '(("error" . :error) ("warning" . :warning) ("info" . :note)))))
            (message (match-string 5)))
        (with-current-buffer buffer
          (let ((region (save-match-data (flymake-diag-region buffer line column))))
            (push (flymake-make-diagnostic buffer (car region) (cdr region) kind message) found)))))
    (nreverse found)))

(defun proclint--coding ()
  "How this buffer would be saved: its line ends and its byte order mark."
  (let* ((saved (or buffer-file-coding-system 'utf-8-unix))
         (line-end (coding-system-eol-type saved)))
    (if (eq (coding-system-type saved) 'utf-8)
        saved
      (coding-system-change-eol-conversion 'utf-8 (if (integerp line-end) line-end 0)))))

(defun proclint-flymake (report &rest _)
  "Give what proclint finds in this buffer to REPORT.
See `flymake-diagnostic-functions'."
  (unless (executable-find "proclint") (error "proclint is not on the PATH"))
  (when (process-live-p proclint--process) (kill-process proclint--process))
  (let ((buffer (current-buffer)))
    (setq proclint--process
          (make-process
           :name "proclint" :noquery t :connection-type 'pipe
           :coding (cons 'utf-8-unix (proclint--coding))
           :buffer (generate-new-buffer " *proclint*")
           :command (append proclint-command
                            (list "--stdin-filename" (or buffer-file-name "buffer.procedure.json") "-"))
           :sentinel
           (lambda (process _event)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   ;; A later check may have begun, or the buffer may be gone: then nobody asks any more.
                   (when (and (buffer-live-p buffer)
                              (eq process (buffer-local-value 'proclint--process buffer)))
                     (with-current-buffer (process-buffer process)
                       (if (> (process-exit-status process) 1)
                           (funcall report :panic :explanation (buffer-string))
                         (funcall report (proclint--diagnostics buffer)))))
                 (kill-buffer (process-buffer process)))))))
    (save-restriction
      (widen)
      (process-send-region proclint--process (point-min) (point-max)))
    (process-send-eof proclint--process)))

(defun proclint--turn-on ()
  "Check this buffer when it holds a procedure document."
  (when (and buffer-file-name (string-match-p "\\.procedure\\.\\(json\\|txt\\)\\'" buffer-file-name))
    (add-hook 'flymake-diagnostic-functions #'proclint-flymake nil t)
    (flymake-mode 1)))

(add-hook 'find-file-hook #'proclint--turn-on)

(add-to-list 'compilation-error-regexp-alist-alist
             '(proclint "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(info\\)\\): "
                        1 2 3 (4 . 5)))

(define-compilation-mode proclint-mode "proclint"
  "The findings of proclint."
  (setq-local compilation-error-regexp-alist '(proclint))
  (setq-local compilation-error-screen-columns nil))

;;;###autoload
(defun proclint (path)
  "List what proclint finds in PATH, a document or a folder of documents."
  (interactive (list (read-file-name "Check: " nil buffer-file-name t)))
  (compilation-start
   (mapconcat #'shell-quote-argument (append proclint-command (list (expand-file-name path))) " ")
   #'proclint-mode))

(provide 'proclint)
;;; proclint.el ends here
