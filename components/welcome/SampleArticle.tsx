/** An article of our own invention, short enough for one screen; claims are found in English, so it is English always. */
export function SampleArticle() {
  return (
    <article class="sample" lang="en" dir="ltr">
      <p class="small outlet">The Orvane Lantern</p>
      <h2 class="article-title">Orvane will switch off half of its street lamps at midnight</h2>
      <p class="small byline">
        By Tilda Marn, <time dateTime="2026-10-12">12 October 2026</time>
      </p>
      <p>
        Half of the street lamps in the old town of Orvane will go out at midnight from November, the city council
        decided on Monday. Mayor Ilse Fontaine said that the city would save 90,000 crowns a year.
      </p>
      <p>“People do not need light to sleep,” she told reporters after the vote.</p>
      <p>
        The Association of Night Workers called the plan “a gift to thieves”. Its chairman, Bruno Akinde, said that
        nobody had asked the nurses who walk home at three in the morning.
      </p>
      <p>
        Astronomers at the Orvane Observatory welcomed the decision. “For the first time in forty years we may see a
        river of stars above the river,” said Noor Haddad, who leads the observatory. According to her, the sky over the
        town is eleven times brighter than in the hills.
      </p>
    </article>
  );
}
