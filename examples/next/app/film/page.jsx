import { ConsentEmbed } from 'avowal/next';

export default function Film() {
  return (
    <main>
      <h1>Tonight</h1>
      <ConsentEmbed
        service="youtube"
        src="https://www.youtube.com/embed/aqz-KE-bpKQ"
        title="Big Buck Bunny"
        width={480}
        height={270}
        allowFullScreen
      />
    </main>
  );
}
