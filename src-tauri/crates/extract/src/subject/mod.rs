//! Whose figure it is: places, parks, organisations, projects and events in a text, and which of them a figure
//! belongs to. 去年大创小镇总产值1294.2亿元 is 大创小镇's; 全区 is the district the article is about.
//!
//! Leaves what is measured to the indicator stage and when to the period stage.

mod alias;
mod beside;
mod bodies;
mod bound;
mod class;
mod coined;
mod context;
mod dealt;
mod defined;
mod deictic;
mod event;
mod facility;
mod fold;
mod gazetteer;
mod heading;
mod index;
mod inherit;
mod lexicon;
mod list;
mod mention;
mod places;
mod quoted;
mod role;
mod scan;
mod segment;
mod table;
mod tables;
mod theme;
mod topic;
mod whole;
mod works;

pub use context::{PageTheme, SubjectContext, Surroundings};
pub use fold::fold;
pub use gazetteer::Gazetteer;
pub use mention::{SubjectKind, SubjectMention};
pub use scan::scan;
