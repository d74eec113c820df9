namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>A message as people type it, and what it means.</summary>
/// <param name="Text">The message.</param>
/// <param name="Label">A topic id, an intent id or <see cref="Intents.OutOfScope"/>.</param>
/// <param name="Group">One of <see cref="UtteranceGroups"/>: what kind of label it is, and of out-of-scope ones how far off.</param>
/// <param name="File">The file it stands in, as a path that can be opened.</param>
/// <param name="Line">Its line there, from 1.</param>
internal sealed record Utterance(string Text, string Label, string Group, string File, int Line);
