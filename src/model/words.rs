//! The lists of words of the content model.

use super::vocabulary;

vocabulary! {
    /// Traffic Light Protocol 2.0 markings, from the most open to the least.
    Tlp {
        Clear "clear" "TLP:CLEAR";
        Green "green" "TLP:GREEN";
        Amber "amber" "TLP:AMBER";
        AmberStrict "amber+strict" "TLP:AMBER+STRICT";
        Red "red" "TLP:RED";
    }
}

vocabulary! {
    /// Where a brief stands in its life.
    BriefStatus {
        Preliminary "preliminary" "preliminary";
        Current "current" "current";
        Superseded "superseded" "superseded";
        Retracted "retracted" "retracted";
    }
}

vocabulary! {
    /// What an actor has to do with a brief. Subjects come first wherever actors are listed.
    BriefRole {
        Subject "subject" "subject";
        Claimant "claimant" "quoted";
        Mentioned "mentioned" "mentioned";
    }
}

vocabulary! {
    /// What kind of actor.
    ActorKind {
        Person "person" "person";
        Organization "organization" "organisation";
        GovernmentBody "government-body" "government body";
        State "state" "state";
        ArmedUnit "armed-unit" "armed unit";
        Group "group" "group";
        Company "company" "company";
        Media "media" "media";
        Other "other" "actor";
    }
}

vocabulary! {
    /// What sort of name.
    NameSort {
        Official "official" "official name";
        Alias "alias" "also called";
        Former "former" "formerly";
        Transliteration "transliteration" "also spelt";
        Weak "weak" "sometimes called";
    }
}

vocabulary! {
    /// How two actors are tied, read from the one that records it.
    RelationType {
        PartOf "part-of" "part of";
        Leads "leads" "leads";
        EmployedBy "employed-by" "employed by";
        SuccessorOf "successor-of" "successor of";
        AllyOf "ally-of" "ally of";
        Opposes "opposes" "opposes";
        Supplies "supplies" "supplies";
        Funds "funds" "funds";
        Sanctions "sanctions" "sanctions";
        Other "other" "tied to";
    }
}

impl RelationType {
    /// The same tie read from the other side.
    pub fn inverse_label(self) -> &'static str {
        match self {
            Self::PartOf => "contains",
            Self::Leads => "led by",
            Self::EmployedBy => "employs",
            Self::SuccessorOf => "succeeded by",
            Self::AllyOf => "ally of",
            Self::Opposes => "opposed by",
            Self::Supplies => "supplied by",
            Self::Funds => "funded by",
            Self::Sanctions => "sanctioned by",
            Self::Other => "tied to",
        }
    }
}

vocabulary! {
    /// How sure it is that an event happened.
    EventStatus {
        Confirmed "confirmed" "confirmed";
        Reported "reported" "reported";
        Disputed "disputed" "disputed";
        Denied "denied" "denied";
        Planned "planned" "planned";
        Cancelled "cancelled" "cancelled";
    }
}

vocabulary! {
    /// What sort of source.
    SourceType {
        Article "article" "article";
        OfficialStatement "official-statement" "official statement";
        PressRelease "press-release" "press release";
        Wire "wire" "wire report";
        Interview "interview" "interview";
        SocialPost "social-post" "social-media post";
        Dataset "dataset" "data set";
        Imagery "imagery" "imagery";
        Video "video" "video";
        Document "document" "document";
        Broadcast "broadcast" "broadcast";
        Report "report" "report";
    }
}

vocabulary! {
    /// Reliability of a source: the letter of the Admiralty (NATO) grade, AJP-2.1.
    Reliability {
        A "A" "completely reliable";
        B "B" "usually reliable";
        C "C" "fairly reliable";
        D "D" "not usually reliable";
        E "E" "unreliable";
        F "F" "reliability cannot be judged";
    }
}

vocabulary! {
    /// Credibility of what it says: the figure of the Admiralty (NATO) grade, AJP-2.1.
    Credibility {
        One "1" "confirmed by other sources";
        Two "2" "probably true";
        Three "3" "possibly true";
        Four "4" "doubtful";
        Five "5" "improbable";
        Six "6" "truth cannot be judged";
    }
}

vocabulary! {
    /// What answer a claim gives to its question.
    Stance {
        Confirm "confirm" "confirms";
        Deny "deny" "denies";
        NoComment "no-comment" "no comment";
        Unclear "unclear" "unclear";
    }
}

vocabulary! {
    /// What became of a claim.
    ClaimStatus {
        Current "current" "stands";
        Revised "revised" "revised";
        Retracted "retracted" "retracted";
        Denied "denied" "denied";
    }
}

vocabulary! {
    /// How a figure is meant.
    Qualifier {
        About "about" "about";
        AtLeast "at-least" "at least";
        UpTo "up-to" "up to";
        MoreThan "more-than" "more than";
    }
}

vocabulary! {
    /// Analytic confidence, ICD 203.
    Confidence {
        Low "low" "low confidence";
        Moderate "moderate" "moderate confidence";
        High "high" "high confidence";
    }
}

vocabulary! {
    /// What sort of change.
    ChangeKind {
        Correction "correction" "Correction";
        Update "update" "Update";
        Clarification "clarification" "Clarification";
        Retraction "retraction" "Retraction";
    }
}

vocabulary! {
    /// How exact a place's point is.
    PlacePrecision {
        Exact "exact" "exact";
        HundredMetres "100m" "within 100 metres";
        Kilometre "1km" "within a kilometre";
        Town "town" "the town";
        District "district" "the district";
        Region "region" "the region";
        Country "country" "the country";
    }
}

/// ICD 203 terms of likelihood with their ranges in per cent; each line's two terms mean the same.
pub const LIKELIHOOD_TERMS: [(&str, &str, u8, u8); 7] = [
    ("almost no chance", "remote", 1, 5),
    ("very unlikely", "highly improbable", 5, 20),
    ("unlikely", "improbable", 20, 45),
    ("roughly even chance", "roughly even odds", 45, 55),
    ("likely", "probable", 55, 80),
    ("very likely", "highly probable", 80, 95),
    ("almost certain", "nearly certain", 95, 99),
];
