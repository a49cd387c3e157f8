//! A site in a temporary folder and the program that serves it.

use crate::http::{Answer, Events, ask};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use walkdir::WalkDir;

/// Longer than anything here may take.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A sound brief with this title and text.
pub fn brief(title: &str, text: &str) -> String {
    let keys = "date: 2024-10-28\nactors: [nato]\nsources: [letter]";
    format!("---\ntitle: {title}\n{keys}\n---\n{text}\n")
}

/// A folder with a site that has nothing wrong with it.
pub struct Site(TempDir);

impl Site {
    pub fn new() -> Self {
        let site = Self(tempfile::tempdir().expect("a temporary folder"));
        site.write("site.yaml", "title: Test\nbase_url: https://example.org/\n");
        site.write("content/actors/nato.md", "---\nname: NATO\nkind: organization\n---\n");
        site.write(
            "content/sources/letter.md",
            "---\ntitle: A letter\nurl: https://example.org/letter\n---\n",
        );
        site.write("content/briefs/first.md", &brief("First", "Old words."));
        site.write("content/briefs/second.md", &brief("Second", "Other words."));
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// All files with their bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = WalkDir::new(self.0.path()).into_iter().filter_map(Result::ok);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read(file.path()).expect("it can be read"))).collect()
    }

    /// Serves it, on any port that is free unless the options say which.
    pub fn serve(&self, options: &[&str]) -> Preview {
        Preview::start(self.0.path(), options)
    }
}

/// The program, which ends with this.
pub struct Preview {
    program: Child,
    pub port: u16,
    told: Arc<Mutex<String>>,
}

impl Preview {
    fn start(root: &Path, options: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.arg("serve").current_dir(root).env("SOURCE_DATE_EPOCH", "1730160000").env_remove("COLUMNS");
        if !options.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        command.args(options).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut program = command.spawn().expect("the program runs");
        let stderr = BufReader::new(program.stderr.take().expect("it is piped"));
        let told = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&told);
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                heard.lock().expect("no one panics with it").push_str(&format!("{line}\n"));
            }
        });
        let mut preview = Self { program, port: 0, told };
        let line = preview.wait_for_line("Serving http://127.0.0.1:");
        let port = line.split(['/', ':']).find_map(|part| part.parse().ok());
        preview.port = port.expect("the address has a port");
        preview
    }

    /// All that the program has said so far.
    pub fn told(&self) -> String {
        self.told.lock().expect("no one panics with it").clone()
    }

    /// The first line that holds these words, once it is there.
    pub fn wait_for_line(&self, words: &str) -> String {
        let found = || self.told().lines().find(|line| line.contains(words)).map(str::to_owned);
        let what = format!("`{words}` is said");
        wait(&what, || found().ok_or_else(|| self.told()))
    }

    /// Asks for a page.
    pub fn get(&self, path: &str) -> Answer {
        ask(self.port, &format!("GET {path}"), &[("Host", &format!("127.0.0.1:{}", self.port))])
    }

    /// Asks until the page's text holds these words.
    pub fn wait_for(&self, path: &str, words: &str) -> Answer {
        wait(&format!("{path} has `{words}`"), || {
            let answer = self.get(path);
            if answer.text().contains(words) { Ok(answer) } else { Err(self.told()) }
        })
    }

    /// A tab that has just loaded a page, its first event taken.
    pub fn tab(&self, path: &str) -> Events {
        let mut events = Events::open(self.port, path, &self.get(path).seen());
        let first = events.next();
        assert_eq!(first["reload"], false, "{first}");
        events
    }

    /// Interrupts the program as Ctrl-C does, and waits for its end.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> (ExitStatus, Duration) {
        let started = Instant::now();
        let pid = self.program.id().to_string();
        let sent = Command::new("kill").args(["-INT", &pid]).status().expect("kill runs");
        assert!(sent.success());
        let status = wait("the program ends", || self.program.try_wait().ok().flatten().ok_or("it runs"));
        (status, started.elapsed())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What `look` gives, once it gives anything; until then it gives why not.
pub fn wait<T, E: std::fmt::Display>(what: &str, mut look: impl FnMut() -> Result<T, E>) -> T {
    let until = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(why) => assert!(Instant::now() < until, "in vain: {what}\n{why}"),
        }
        thread::sleep(Duration::from_millis(5));
    }
}
