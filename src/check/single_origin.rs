//! C007: what is called confirmed though all that is known of it has one origin.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Credibility, EventStatus, SourceType};
use crate::resolve::{ActorIdx, Site, SourceIdx, origins};
use crate::text::Span;

/// Events with the status `confirmed` and claims of credibility 1 ("confirmed by other sources") whose sources end at
/// one. What has no source at all is not judged: there is nothing to count.
pub(super) fn confirmed(site: &Site) -> Vec<Diagnostic> {
    let events = site.events.iter().filter(|event| event.data.status == EventStatus::Confirmed);
    let events = events.filter_map(|event| {
        let what = format!("the event `{}` is called confirmed", event.id);
        let help = "write `status: reported`, or add a source with another origin";
        single(site, &event.links.sources, &event.links.participants, event.span, &what, help)
    });
    let claims = site.claims.iter().filter(|one| one.claim.credibility == Some(Credibility::One));
    let claims = claims.filter_map(|one| {
        let what = format!("the claim `{}` is graded 1 (confirmed by other sources)", one.claim.id.text);
        let help = "grade it 2 or lower, or add a source with another origin";
        single(site, &one.cited, &[one.by], one.claim.id.span, &what, help)
    });
    events.chain(claims).collect()
}

fn single(
    site: &Site,
    sources: &[SourceIdx],
    actors: &[ActorIdx],
    span: Span,
    what: &str,
    help: &str,
) -> Option<Diagnostic> {
    let ends = origins(site, sources);
    let [origin] = ends.as_slice() else { return None };
    let source = &site.sources[origin.at()];
    let reports = sources.len();
    let counted = if reports == 1 { "1 report".to_owned() } else { format!("{reports} reports") };
    let own = is_own_statement(site, *origin, actors);
    let own = if own { ", a statement by the actor itself" } else { "" };
    let message = format!("{what}, but it rests on {counted}, 1 origin: `{}`{own}", source.id);
    Some(Diagnostic::new(Code::C007, span, message).help(help).related(source.span, "the origin"))
}

/// True for an official statement or press release by one of `actors`, or by the body that one speaks for.
fn is_own_statement(site: &Site, source: SourceIdx, actors: &[ActorIdx]) -> bool {
    let entry = &site.sources[source.at()];
    let official = matches!(entry.data.kind, Some(SourceType::OfficialStatement | SourceType::PressRelease));
    let mut speakers = [entry.links.author, entry.links.publisher].into_iter().flatten();
    let speaks = |actor: ActorIdx, body: ActorIdx| {
        let links = &site.actors[actor.at()].links;
        actor == body || links.orgs.contains(&Some(body)) || links.member_of.contains(&body)
    };
    official && speakers.any(|body| actors.iter().any(|actor| speaks(*actor, body)))
}
